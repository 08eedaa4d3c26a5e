import { Button } from '@mui/material'
import { LinkBase } from 'react-admin'
import { Icon } from '../layout/index.ts'
import { useMay } from '../session/index.ts'

export const WriteArticleButton = () => {
  const mayWrite = useMay('create', 'articles')
  return mayWrite ? (
    <Button variant="contained" component={LinkBase} to="/articles/create" startIcon={<Icon name="plus" />}>
      Écrire un article
    </Button>
  ) : null
}
