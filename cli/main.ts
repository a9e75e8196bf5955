import { Failed, WrongUsage, isWrongOption } from './failed.ts'
import type { Output } from './output.ts'
import { terminal as output } from './terminal.ts'
import { root } from './place.ts'

interface Command {
  readonly usage: string
  readonly run: (args: string[], output: Output) => Promise<number>
}

interface Entry {
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Loaded when asked for: reading a file needs neither wrangler nor the API's client. */
const commands: Readonly<Record<string, Entry>> = {
  bureaus: {
    summary: '导入行政机关名录或沿革 · bring in a roster of bureaus, or their lineage',
    load: async () => {
      const { usage, bureaus } = await import('./bureaus.ts')
      return { usage, run: bureaus }
    },
  },
  read: {
    summary: '读取年报，不写入任何数据 · read reports, store nothing',
    load: async () => {
      const { usage, read } = await import('./read.ts')
      return { usage, run: read }
    },
  },
  check: {
    summary: '核对年报，不写入任何数据 · check reports, store nothing',
    load: async () => {
      const { usage, check } = await import('./check.ts')
      return { usage, run: check }
    },
  },
  schema: {
    summary: '写出数据格式与填报模板 · write the data schema and the templates',
    load: async () => {
      const { usage, schema } = await import('./schema.ts')
      return { usage, run: schema }
    },
  },
  import: {
    summary: '读取、核对并存入年报 · read, check and store reports',
    load: async () => {
      const { usage, importReports } = await import('./import.ts')
      return { usage, run: importReports }
    },
  },
  undo: {
    summary: '撤销一批导入 · take back what one import brought in',
    load: async () => {
      const { usage, undo } = await import('./undo.ts')
      return { usage, run: undo }
    },
  },
  release: {
    summary:
      '把当前公开的数据定为一版，做成整套文件 · cut a release of what is public now, and make its files',
    load: async () => {
      const { usage, release } = await import('./release.ts')
      return { usage, run: release }
    },
  },
  verify: {
    summary: '按校验和核对整套文件 · check a whole set against its checksums',
    load: async () => {
      const { usage, verify } = await import('./verify.ts')
      return { usage, run: verify }
    },
  },
  token: {
    summary: '管理写入令牌 · manage the tokens that may write',
    load: async () => {
      const { usage, token } = await import('./token.ts')
      return { usage, run: token }
    },
  },
}

async function help(): Promise<string> {
  const entries = await Promise.all(
    Object.values(commands).map(async ({ summary, load }) => {
      const { usage } = await load()
      return `  ${summary}\n       ${usage}`
    }),
  )
  return `年图 Niantu：读取、核对、导入政府信息公开年度报告 (read, check and import annual disclosure reports)

用法 Usage: npm run -s niantu -- COMMAND …

${entries.join('\n')}

写入命令用环境变量 NIANTU_TOKEN 中的令牌。Commands that write take their token from NIANTU_TOKEN.
退出码 Exit codes: 0 完成 done · 1 有未完成的 something was refused or failed · 2 用法有误 wrong usage`
}

/** Exit code: that of the command; 2 for wrong usage. */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    output.out(await help())
    return name === undefined ? 2 : 0
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!entry) {
    output.err(`没有这个命令 No such command: ${name}\n\n${await help()}`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    output.out(`${entry.summary}\n用法 Usage: ${(await entry.load()).usage}`)
    return 0
  }
  return attempt(await entry.load(), args)
}

async function attempt({ usage, run }: Command, args: string[]): Promise<number> {
  try {
    const code = await run(args, output)
    if (code === 2) output.err(`用法 Usage: ${usage}`)
    return code
  } catch (error) {
    if (error instanceof WrongUsage || isWrongOption(error)) {
      output.err(`${error.message}\n用法 Usage: ${usage}`)
      return 2
    }
    if (!(error instanceof Failed)) throw error
    output.err(error.message)
    return 1
  }
}

// `npm run` changes to the project's folder; file names are meant from where the caller stands.
if (process.cwd() === root) process.chdir(process.env['INIT_CWD'] ?? root)
// `… | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2))
