import { Button } from '@mui/material'
import { Component, type ReactNode } from 'react'

type Props = { children: ReactNode }

/** Catches a fault of one page, so that the menu and the others stay. React has no other way than a class. */
export class PageGuard extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError = () => ({ failed: true })

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="alone" role="alert">
        <title>Cette page s’est arrêtée – Bureau du Pays</title>
        <h1>Cette page s’est arrêtée</h1>
        <p>Une erreur s’est produite dans la page. Ce que vous avez tapé est gardé sur cet ordinateur.</p>
        <Button variant="contained" onClick={() => window.location.reload()}>
          Recharger la page
        </Button>
      </div>
    )
  }
}
