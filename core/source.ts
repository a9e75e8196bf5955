/** Hosts that hold copies of anything: code repositories, archives, caches, delivery networks. */
const copies =
  /(?:^|\.)(?:github|gitlab|gitee|bitbucket|codeberg|sourceforge|githubusercontent|jsdelivr|unpkg|archive|webcache|googleusercontent|r2|pages|workers|vercel|netlify|herokuapp)(?:\.|$)/

/** Whether an address may be shown as the source of a report: http or https, and no copy of it somewhere else. */
export function isSource(address: string): boolean {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase()
  return host !== undefined && !copies.test(host)
}
