/** Sizes of marks, in units of the picture. */

/** How wide a bar over a year is. */
export const barWidth = (step: number): number => Math.min(44, step * 0.72)

/** How thick a bar that lies is, and the box of a spread. */
export const lying = { bar: 12, box: 10 } as const

/** Between dots: further apart than any dash of a line. */
export const referenceDash = '1 4'
