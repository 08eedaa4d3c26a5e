export { FormFoot } from './form-foot.tsx'
export { KeptForm } from './kept-form.tsx'
export { useKeptForm } from './kept-form-context.ts'
export { LinesInput } from './lines-input.tsx'
