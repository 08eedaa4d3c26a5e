export { type Browser, createBrowser, type Page } from './browser.ts'
export { type IdentityContractOptions, type IdentityEngine, identityContract } from './identity-contract.ts'
export { createTestIssuer, type MintedClaims, type TestIssuer } from './test-issuer.ts'
