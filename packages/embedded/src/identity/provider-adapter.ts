import type { Adapter } from 'oidc-provider'
import type { IdentityStore } from './identity-store.ts'
import { errors } from './oidc-library.ts'

/** Lets oidc-provider keep its things in our store. */
export function createProviderAdapter(store: IdentityStore, model: string): Adapter {
  const read = (item: ReturnType<IdentityStore['get']>) =>
    item && { ...item.payload, ...(item.consumed ? { consumed: true } : {}) }

  return {
    upsert: async (id, payload, expiresIn) => store.put(model, id, payload, expiresIn),
    find: async (id) => read(store.get(model, id)),
    findByUid: async (uid) => read(store.getByUid(model, uid)),
    findByUserCode: async () => {
      throw new Error('The embedded identity engine has no device flow.')
    },
    async consume(id) {
      // The library looks first and marks later: of two requests that come together with one code or refresh token,
      // both would have looked. The second one is a reuse, and a reuse ends the grant.
      if (store.consume(model, id)) return
      const grantId = store.get(model, id)?.payload.grantId
      if (typeof grantId === 'string') store.revokeGrant(grantId)
      throw new errors.InvalidGrant({ detail: `${model} already used` })
    },
    destroy: async (id) => store.remove(model, id),
    revokeByGrantId: async (grantId) => store.revokeGrant(grantId),
  }
}
