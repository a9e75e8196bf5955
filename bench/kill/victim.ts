import { type Serving, serve } from '../scale/serve.ts'

/** The product, served until it is killed. */
export interface Victim extends Pick<Serving, 'url' | 'kill'> {
  readonly isKilled: () => boolean
}

/** Serves the database of a folder; resolves when it answers. */
export async function serveVictim(folder: string): Promise<Victim> {
  const server = await serve(folder)
  let killed = false
  const kill = (): Promise<void> => {
    killed = true
    return server.kill()
  }
  return { url: server.url, isKilled: () => killed, kill }
}
