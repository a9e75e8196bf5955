/** What statements cost, as D1 counts. */
export interface Cost {
  statements: number
  rowsRead: number
  rowsWritten: number
}

interface Answer {
  readonly meta: { readonly rows_read: number; readonly rows_written: number }
}

/** As much of D1 as drizzle uses. */
interface Statement {
  readonly bind: (...values: unknown[]) => Statement
  readonly all: () => Promise<Answer>
  readonly run: () => Promise<Answer>
  readonly raw: () => Promise<unknown>
}

export interface Database {
  readonly prepare: (sql: string) => Statement
  readonly batch: (statements: Statement[]) => Promise<Answer[]>
  readonly withSession?: () => Database
  readonly getBookmark?: () => null
}

/** The same database, which adds to `cost` what is asked of it. */
export function counted(db: Database, cost: Cost): Database {
  const own = new WeakMap<object, Statement>()
  const add = <T extends Answer>(answer: T): T => {
    cost.statements += 1
    cost.rowsRead += answer.meta.rows_read
    cost.rowsWritten += answer.meta.rows_written
    return answer
  }
  const wrap = (statement: Statement): Statement => {
    const wrapped: Statement = {
      bind: (...values) => wrap(statement.bind(...values)),
      all: async () => add(await statement.all()),
      run: async () => add(await statement.run()),
      raw: async () => {
        // raw() tells no cost: the statement, which only reads, runs twice.
        add(await statement.all())
        return statement.raw()
      },
    }
    own.set(wrapped, statement)
    return wrapped
  }
  const metered: Database = {
    prepare: (sql) => wrap(db.prepare(sql)),
    batch: async (statements) => {
      const answers = await db.batch(statements.map((one) => own.get(one) ?? one))
      for (const answer of answers) add(answer)
      return answers
    },
    // One database, no copies.
    withSession: () => metered,
    getBookmark: () => null,
  }
  return metered
}
