import '@pmq/ui/fonts.css'
import '@pmq/ui/tokens.css'
import './styles/base.css'
import './styles/page.css'
import './styles/lists.css'
import './styles/forms.css'

export { darkTheme, lightTheme } from './theme.ts'
