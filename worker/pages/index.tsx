import { Hono } from 'hono'
import type { Env } from '../env.ts'

/** The public pages: HTML that is complete without script. Each is a module of its own, loaded when it is asked for. */
export const pages = new Hono<Env>()
  .get('/', async (c) => (await import('./home.tsx')).home(c))
  .get('/about', async (c) => (await import('./about.tsx')).about(c))
  .get('/data', async (c) => (await import('./data.tsx')).data(c))
  .get('/docs', async (c) => (await import('./docs.tsx')).docs(c))
  .get('/compare', async (c) => (await import('./compare.tsx')).compare(c))
  .get('/f', async (c) => (await import('./figures.tsx')).figuresPage(c))
  .get('/f/:figure', async (c) => (await import('./figure.tsx')).figurePage(c))
  .get('/d/:division', async (c) => (await import('./area.tsx')).areaPage(c))
  .get('/b/:bureau', async (c) => (await import('./bureau.tsx')).bureauPage(c))
  .get('/b/:bureau/:year', async (c) => (await import('./report.tsx')).reportPage(c))
  .get('/proof/:bureau/:year/:rule', async (c) => (await import('./proof.tsx')).proofPage(c))
