import type { ContentStores } from '../stores.ts'
export async function seedContents(_stores: ContentStores, _clock: () => Date): Promise<number> {
  return 0
}
