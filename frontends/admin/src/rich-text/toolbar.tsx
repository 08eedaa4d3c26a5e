import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useState } from 'react'
import { Icon, type IconName } from '../layout/icon.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { newTable } from './table-nodes.ts'

type Tool = {
  name: string
  /** A drawn pictogram, letters that stand for one (« T2 »), or words. */
  icon?: IconName
  letters?: string
  word?: string
  active?: boolean
  disabled?: boolean
  run: () => void
}

/** One stop of the Tab key; inside, the arrows go from tool to tool (ARIA toolbar pattern). */
export const Toolbar = ({ editor, label }: { editor: Editor; label: string }) => {
  const [linking, setLinking] = useState(false)
  const [stop, setStop] = useState(0)
  const groups = useTools(editor, () => setLinking(true))
  const tools = groups.flat()

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') return editor.commands.focus()
    const last = tools.length - 1
    const to = {
      ArrowRight: stop === last ? 0 : stop + 1,
      ArrowLeft: stop === 0 ? last : stop - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setStop(to)
    event.currentTarget.querySelectorAll<HTMLElement>('button')[to]?.focus()
  }

  return (
    <>
      <div className="toolbar" role="toolbar" aria-label={label} tabIndex={-1} onKeyDown={move}>
        {groups.map((group) => (
          <span key={group[0]?.name}>
            {group.map((tool) => (
              <ToolButton
                key={tool.name}
                tool={tool}
                tabIndex={tools.indexOf(tool) === Math.min(stop, tools.length - 1) ? 0 : -1}
                onFocus={() => setStop(tools.indexOf(tool))}
              />
            ))}
          </span>
        ))}
      </div>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  )
}

type ToolButtonProps = { tool: Tool; tabIndex: number; onFocus: () => void }

const ToolButton = ({ tool, tabIndex, onFocus }: ToolButtonProps) => {
  const face = tool.icon ? <Icon name={tool.icon} /> : tool.letters ? <i data-letters={tool.letters} /> : tool.word
  // Who speaks to his computer says the words that he sees (WCAG 2.5.3).
  const name = tool.word ? `${tool.word}, ${tool.name.toLowerCase()}` : tool.name
  return (
    <button
      type="button"
      title={tool.name}
      aria-label={name}
      aria-pressed={tool.active}
      aria-disabled={tool.disabled}
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={() => !tool.disabled && tool.run()}
    >
      {face}
    </button>
  )
}

/** A new table, with the cursor in its first cell. */
function insertTable(editor: Editor): void {
  editor.chain().focus().insertContent(newTable()).run()
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1)
    // Into the row, the cell, the paragraph.
    if ($from.node(depth).type.name === 'table') editor.commands.setTextSelection($from.start(depth) + 3)
}

function useTools(editor: Editor, askLink: () => void): Tool[][] {
  const now = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      link: editor.isActive('link'),
      bullets: editor.isActive('bulletList'),
      numbers: editor.isActive('orderedList'),
      quote: editor.isActive('blockquote'),
      table: editor.isActive('table'),
      heading: [2, 3, 4].find((level) => editor.isActive('heading', { level })),
      undo: editor.can().undo(),
      redo: editor.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  const heading = (level: 2 | 3 | 4): Tool => ({
    name: `Intertitre de niveau ${level}`,
    letters: `T${level}`,
    active: now.heading === level,
    run: () => chain().toggleHeading({ level }).run(),
  })
  const inTable = (name: string, word: string, command: typeof addRowAfter): Tool => ({
    name,
    word,
    run() {
      command(editor.state, editor.view.dispatch)
      editor.commands.focus()
    },
  })
  return [
    [heading(2), heading(3), heading(4)],
    [
      { name: 'Gras', letters: 'G', active: now.bold, run: () => chain().toggleBold().run() },
      { name: 'Italique', letters: 'I', active: now.italic, run: () => chain().toggleItalic().run() },
      { name: 'Lien', icon: 'link', active: now.link, run: askLink },
    ],
    [
      { name: 'Liste à puces', icon: 'bullets', active: now.bullets, run: () => chain().toggleBulletList().run() },
      { name: 'Liste numérotée', icon: 'numbers', active: now.numbers, run: () => chain().toggleOrderedList().run() },
      { name: 'Citation', icon: 'quote', active: now.quote, run: () => chain().toggleBlockquote().run() },
      { name: 'Filet de séparation', icon: 'rule', run: () => chain().setHorizontalRule().run() },
    ],
    now.table
      ? [
          inTable('Ajouter une ligne au tableau', '+ ligne', addRowAfter),
          inTable('Ajouter une colonne au tableau', '+ colonne', addColumnAfter),
          inTable('Supprimer la ligne du tableau', '− ligne', deleteRow),
          inTable('Supprimer la colonne du tableau', '− colonne', deleteColumn),
          inTable('Supprimer le tableau', '− tableau', deleteTable),
        ]
      : [{ name: 'Tableau', icon: 'table', run: () => insertTable(editor) }],
    [
      { name: 'Annuler', icon: 'undo', disabled: !now.undo, run: () => chain().undo().run() },
      { name: 'Rétablir', icon: 'redo', disabled: !now.redo, run: () => chain().redo().run() },
    ],
  ]
}
