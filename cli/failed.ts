/** Nothing can go on; `message` says why and what to do, ready to be shown. Exit code 1. */
export class Failed extends Error {}

/** The caller asked for something that makes no sense; `message` says what. Exit code 2. */
export class WrongUsage extends Error {}

/** node:util's parseArgs throws at an option that it does not know. */
export const isWrongOption = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
