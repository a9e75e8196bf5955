import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { about } from './about.tsx'
import { bureauPage } from './bureau.tsx'
import { compare } from './compare.tsx'
import { docs } from './docs.tsx'
import { home } from './home.tsx'
import { reportPage } from './report.tsx'

/** The public pages: HTML that is complete without script. */
export const pages = new Hono<Env>()
  .get('/', home)
  .get('/about', about)
  .get('/docs', docs)
  .get('/compare', compare)
  .get('/b/:bureau', bureauPage)
  .get('/b/:bureau/:year', reportPage)
