import type { ServerResponse } from 'node:http'
import { pagePolicy } from './content-security-policy.ts'

/** Types that a browser may show as a document, and so run scripts of. */
const documents = /html|xml|svg/

/** The last touch on an answer of the web front or of an application's files, before it is sent or kept. */
export function completePage(policy: { signInOrigin: string; https: boolean }): (res: ServerResponse) => void {
  return (res) => {
    const type = String(res.getHeader('content-type') ?? 'text/html')
    const own = res.getHeader('content-security-policy')
    if (documents.test(type)) {
      res.setHeader('content-security-policy', pagePolicy(own === undefined ? undefined : String(own), policy))
    } else res.removeHeader('content-security-policy')
    // What is said to be neither public nor private is for its reader, who asks again.
    if (!res.hasHeader('cache-control')) res.setHeader('cache-control', 'private, no-cache')
  }
}
