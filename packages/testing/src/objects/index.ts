export { objectsContract } from './objects-contract.ts'
export { contractOrigin, type ObjectsFixture } from './objects-world.ts'
export { createS3Signer, type S3Keys, type S3Signer } from './s3-signer.ts'
