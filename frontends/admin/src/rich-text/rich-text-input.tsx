import { emptyRichText, type RichText, readingMinutes, wordsOf } from '@pmq/rich-text'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef } from 'react'
import { FieldTitle, InputHelperText, useInput } from 'react-admin'
import { sameValue } from '../data/index.ts'
import { asRichText } from './editor-json.ts'
import { extensions } from './extensions.ts'
import { Toolbar } from './toolbar.tsx'
import './rich-text.css'

/** The writing sheet. Its value is a rich text of the contract, never HTML. */
export default function RichTextInput({ source }: { source: string }) {
  const {
    field,
    fieldState: { error, invalid },
    isRequired,
  } = useInput({ source })
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const value = (field.value ?? emptyRichText) as RichText

  const editor = useEditor({
    extensions,
    content: value,
    // The policy of the page allows no style element of unknown origin: rich-text.css has the same rules.
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${id}-label`,
        'aria-describedby': `${id}-help`,
        class: 'sheet prose',
        lang: 'fr',
      },
      handleKeyDown(_view, event) {
        if (!(event.altKey && event.key === 'F10')) return false
        box.current?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')?.focus()
        return true
      },
    },
    onUpdate: ({ editor }) => field.onChange(asRichText(editor.getJSON())),
    onBlur: () => field.onBlur(),
  })

  // A value that comes from elsewhere (a draft, another version) replaces the text; one's own typing does not come back.
  useEffect(() => {
    if (!sameValue(asRichText(editor.getJSON()), value)) editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])

  return (
    <div className={`ra-input ra-input-${source} rich-text`} ref={box}>
      <span id={`${id}-label`} className="label">
        <FieldTitle source={source} isRequired={isRequired} />
      </span>
      <div className={invalid ? 'writing invalid' : 'writing'}>
        <Toolbar editor={editor} label="Mise en forme du texte" />
        <EditorContent editor={editor} />
        <p className="measures">
          {measures(value)} <span>Alt + F10 mène à la barre de mise en forme.</span>
        </p>
      </div>
      <div id={`${id}-help`} className="field-error">
        {invalid && <InputHelperText error={error?.message ?? ''} />}
      </div>
    </div>
  )
}

function measures(value: RichText): string {
  const words = wordsOf(value)
  const minutes = readingMinutes(value)
  return `${words}\u00a0mot${words > 1 ? 's' : ''}, ${minutes}\u00a0minute${minutes > 1 ? 's' : ''} de lecture`
}
