import type { Client } from './client.ts'
import type { Output } from './output.ts'

/** Brings what an older version stored into the tables of this one. Throws as the client does. */
export async function finishUpgrade(client: Client, output: Output): Promise<void> {
  for (let count = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- until nothing is left
    const { reports, done } = await client.ask(({ admin }) => admin.maintenance.$post())
    if (done) return
    count += reports
    output.err(`升级后整理数据：${count} 份 …（finishing the upgrade: ${count} reports so far）`)
  }
}
