import { cors } from 'hono/cors'

/** Open data: any page may ask, and read what the headers tell. */
export const openToAll = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'OPTIONS'],
  exposeHeaders: [
    'ETag',
    'Link',
    'Retry-After',
    'X-Coverage',
    'X-Data-Version',
    'X-Missing',
    'X-Release',
    'X-Source',
    'X-D1-Bookmark',
  ],
})
