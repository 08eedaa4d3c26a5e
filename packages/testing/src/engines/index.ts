export { type EngineSetting, engineAddress } from './engine-address.ts'
