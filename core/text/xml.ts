/** A text without the characters that XML 1.0 cannot hold. */
export const xmlText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- those that it forbids
  text.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')
