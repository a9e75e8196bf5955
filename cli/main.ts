import type { Output } from './output.ts'
import { terminal as output } from './terminal.ts'
import { root } from './place.ts'
import { CommandError } from './run.ts'

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
    summary: '导入行政机关名录 · bring in a roster of bureaus',
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
  import: {
    summary: '读取、核对并存入年报 · read, check and store reports',
    load: async () => {
      const { usage, importReports } = await import('./import.ts')
      return { usage, run: importReports }
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
    if (isWrongOption(error)) {
      output.err(`${error.message}\n用法 Usage: ${usage}`)
      return 2
    }
    if (!(error instanceof CommandError)) throw error
    output.err(error.message)
    return 1
  }
}

/** node:util's parseArgs throws at an option that it does not know. */
const isWrongOption = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

// `npm run` changes to the project's folder; file names are meant from where the caller stands.
if (process.cwd() === root) process.chdir(process.env['INIT_CWD'] ?? root)
// `… | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2))
