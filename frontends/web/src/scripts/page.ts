/** The script of every page, in one file: each of its parts does nothing where its element is missing. */
import '@pmq/ui/components/display-settings/display-settings.client.ts'
import '@pmq/ui/components/search-form/search-form.client.ts'
import '@pmq/ui/components/share-bar/share-bar.client.ts'
import '@pmq/ui/components/site-header/site-header.client.ts'
