export { i18nProvider } from './i18n-provider.ts'
