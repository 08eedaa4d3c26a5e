export { assertWhole, killWhileWriting } from './kill-while-writing.ts'
