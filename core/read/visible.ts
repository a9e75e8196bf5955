// oxlint-disable-next-line no-control-regex -- such characters stand invisibly between digits of real pages
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g

/** The text without characters that nobody sees. */
export const visible = (text: string): string => text.replace(invisible, '')
