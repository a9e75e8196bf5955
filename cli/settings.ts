/**
 * What a deployment may set: text of the data licence, address of generated links, `1` to give source files away, `0` to
 * refuse nobody for asking too much, code of the area that the home page is about.
 */
const names = ['DATA_LICENCE', 'PUBLIC_ORIGIN', 'PUBLISH_FILES', 'RATE_LIMIT', 'HOME_DIVISION']

/** Those that are set in the environment, as arguments of wrangler. */
export const settings = (): string[] =>
  names.flatMap((name) => {
    const value = process.env[name]
    return value ? ['--var', `${name}:${value}`] : []
  })
