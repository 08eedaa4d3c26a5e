export { bootstrapS3, type S3Bootstrap } from './bootstrap-s3.ts'
