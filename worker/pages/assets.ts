import manifest from '../../dist/.vite/manifest.json'

/** Addresses of the built files; their names carry a hash of what is in them. */
export const assets = {
  script: `/${manifest['main.ts'].file}`,
  styles: `/${manifest['styles.css'].file}`,
} as const
