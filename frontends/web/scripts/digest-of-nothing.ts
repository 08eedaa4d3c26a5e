import type { AstroUserConfig } from 'astro'

type Plugin = NonNullable<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number]>

const wanted = 'async function generateCspDigest('

/**
 * For the policy of each page Astro hashes its styles and scripts anew, which here are files and have no text: the hash of
 * nothing, a tenth of the work of a page, is computed once.
 */
export const digestOfNothing: Plugin = {
  name: 'digest-of-nothing',
  transform(code, id) {
    if (!id.endsWith('astro/dist/core/encryption.js')) return undefined
    if (!code.includes(wanted)) throw new Error(`Astro has changed: ${id} has no “${wanted}” any more`)
    const once = `const ofNothing = {};
async function generateCspDigest(data, algorithm) {
  if (data) return digestOf(data, algorithm);
  return (ofNothing[algorithm] ??= await digestOf('', algorithm));
}
async function digestOf(`
    return { code: code.replace(wanted, once), map: null }
  },
}
