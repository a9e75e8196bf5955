type Schema = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

const schemas = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** What breaks a schema, as paths with a word: those words of JSON Schema that our own schema uses, and no others. */
export function violations(root: Schema, schema: Schema, value: unknown, path = '$'): string[] {
  const inner = (part: unknown, one: unknown, at: string): string[] =>
    isObject(part) ? violations(root, part, one, at) : []
  const words: Readonly<Record<string, (want: unknown) => string[] | boolean>> = {
    $ref: (want) => {
      const definitions = root['$defs']
      const name = String(want).replace('#/$defs/', '')
      return isObject(definitions) && isObject(definitions[name])
        ? inner(definitions[name], value, path)
        : false
    },
    type: (want) =>
      [want]
        .flat()
        .some((one) => typeOf(value) === one || (one === 'integer' && Number.isInteger(value))),
    enum: (want) => Array.isArray(want) && want.includes(value),
    const: (want) => want === value,
    minimum: (want) => typeof value !== 'number' || value >= Number(want),
    pattern: (want) => typeof value !== 'string' || new RegExp(String(want)).test(value),
    minItems: (want) => !Array.isArray(value) || value.length >= Number(want),
    maxItems: (want) => !Array.isArray(value) || value.length <= Number(want),
    items: (want) =>
      Array.isArray(value) ? value.flatMap((one, i) => inner(want, one, `${path}[${i}]`)) : [],
    anyOf: (want) => schemas(want).some((one) => inner(one, value, path).length === 0),
    required: (want) =>
      !isObject(value) || [want].flat().every((name) => Object.hasOwn(value, String(name))),
    properties: (want) =>
      isObject(value) && isObject(want)
        ? Object.entries(value).flatMap(([name, one]) => inner(want[name], one, `${path}.${name}`))
        : [],
    propertyNames: (want) =>
      isObject(value)
        ? Object.keys(value).flatMap((name) => inner(want, name, `${path}.${name}`))
        : [],
    additionalProperties: (want) => {
      if (!isObject(value)) return []
      const known = isObject(schema['properties']) ? schema['properties'] : {}
      const others = Object.entries(value).filter(([name]) => !Object.hasOwn(known, name))
      return want === false
        ? others.length === 0
        : others.flatMap(([name, one]) => inner(want, one, `${path}.${name}`))
    },
    $schema: () => true,
    $defs: () => true,
    title: () => true,
    description: () => true,
  }
  return Object.entries(schema).flatMap(([word, want]) => {
    const found = words[word]?.(want) ?? false
    if (Array.isArray(found)) return found
    return found ? [] : [`${path}: ${word}`]
  })
}
