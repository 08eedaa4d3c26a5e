import { Icon } from '../layout/icon.tsx'
import { publicAddress, readSiteAddresses } from './site-addresses.ts'

const addresses = readSiteAddresses(document.querySelector<HTMLMetaElement>('meta[name="pmq-sites"]')?.content)

type Props = { site: string; path: string; children?: string }

/** « Voir sur le site », when the address is known. */
export const PublicLink = ({ site, path, children = 'Voir sur le site' }: Props) => {
  const href = publicAddress(addresses, site, path)
  return href ? (
    <a className="outside" href={href} target="_blank" rel="noopener">
      {children} <Icon name="outside" />
      <span className="unseen"> (nouvel onglet)</span>
    </a>
  ) : null
}

/** The home of the portal. */
export const portalAddress = publicAddress(addresses, 'portal', '/') ?? '/'
