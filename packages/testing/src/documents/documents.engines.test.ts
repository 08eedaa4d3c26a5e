import { engineAddress } from '../engines/index.ts'
import { documentsContract } from './index.ts'

documentsContract('a MongoDB server', { connect: async () => ({ uri: engineAddress('MONGODB_URI') }) })
