import mark from '@pmq/ui/marks/portal.svg'
import type { FormEvent } from 'react'
import { LinkBase, useLogout, useNavigate } from 'react-admin'
import { useMe } from '../session/index.ts'
import { portalAddress } from '../sites/index.ts'
import { Icon } from './icon.tsx'

/** The bar above every page: where one is, search, who works, the way out. */
export const Bar = () => {
  const me = useMe()
  const logout = useLogout()
  return (
    <header className="bar">
      <LinkBase className="brand" to="/">
        <img src={mark} alt="" width="34" height="34" />
        Bureau du Pays
      </LinkBase>
      <ArticleSearch />
      <nav className="tools" aria-label="Outils">
        <a className="wide" href={portalAddress} target="_blank" rel="noopener">
          Voir le site <Icon name="outside" />
        </a>
        <span className="who">{me.name}</span>
        <button type="button" onClick={() => logout()}>
          Se déconnecter
        </button>
      </nav>
    </header>
  )
}

const ArticleSearch = () => {
  const navigate = useNavigate()
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const q = new FormData(event.currentTarget).get('q')
    navigate(`/articles?filter=${encodeURIComponent(JSON.stringify(q ? { q } : {}))}&page=1`)
  }
  return (
    <search className="find">
      <form onSubmit={search}>
        <label className="unseen" htmlFor="find">
          Chercher un article
        </label>
        <Icon name="find" />
        <input id="find" name="q" type="search" placeholder="Chercher un article" />
      </form>
    </search>
  )
}
