import { fileURLToPath } from 'node:url'

export { type AdminApi, createAdminApi } from './admin-api.ts'
export { bootstrapKeycloak, type KeycloakBootstrap } from './bootstrap-keycloak.ts'

/** The folder of our themes, for Keycloak's `--spi-theme--folder--dir`. */
export const themesFolder = fileURLToPath(new URL('./themes', import.meta.url))
