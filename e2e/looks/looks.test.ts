import { browserForTests } from '../support/browser.ts'
import { form } from '../support/form.ts'
import { platformForTests } from '../support/platform.ts'
import { templatesOf } from '../support/site-templates.ts'
import { components } from './components.ts'
import { conditions } from './conditions.ts'
import { references } from './references.ts'
import { templates } from './templates.ts'

// Which engine a page came from changes nothing of its look.
if (form === 'embedded') {
  const platform = await platformForTests()
  const browser = await browserForTests()
  const all = await templatesOf(platform)
  templates(platform, browser, all)
  components(platform, browser)
  conditions(platform, browser, all)
  references(platform, browser, all)
}
