import type { RaThemeOptions } from 'react-admin'

const cut = 'var(--cut-s)'

/** A plate behind a button: cut on its own layer, so that the outline of the focus is not cut with it. */
const plate = (ground: string) => ({
  '&::before': { content: '""', position: 'absolute', inset: 0, zIndex: -1, background: ground, clipPath: cut },
})

/** The cut « ! » before the sentence of an error; not read aloud. */
const warning = {
  content: '"!" / ""',
  display: 'inline-block',
  marginRight: '0.5em',
  padding: '0 0.48em',
  background: 'var(--error)',
  color: 'var(--paper)',
  fontFamily: 'var(--font-display)',
  fontWeight: 800,
  clipPath: 'var(--cut-tag)',
}

/** A cross of two cuts, instead of a circle. */
const cross =
  'polygon(20% 0, 50% 30%, 80% 0, 100% 20%, 70% 50%, 100% 80%, 80% 100%, 50% 70%, 20% 100%, 0 80%, 30% 50%, 0 20%)'

/** Buttons and fields: flat, straight, 40 px high (44 where fingers press). */
export const controls: NonNullable<RaThemeOptions['components']> = {
  MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'primary' },
    styleOverrides: {
      root: {
        isolation: 'isolate',
        minHeight: 'var(--control)',
        padding: '0.3rem 1.05rem',
        lineHeight: 1.15,
        fontStretch: '84%',
        '&:hover': { background: 'none', textDecoration: 'underline', textUnderlineOffset: '0.2em' },
        '&.Mui-disabled': { color: 'var(--ink-2)' },
      },
      contained: {
        background: 'none !important',
        color: 'var(--paper)',
        ...plate('var(--ink)'),
        '&.MuiButton-colorSecondary': { color: 'var(--on-accent)', ...plate('var(--accent)') },
        '&.MuiButton-colorError': { color: 'var(--paper)', ...plate('var(--error)') },
        '&.MuiButton-root.Mui-disabled': { color: 'var(--ink-2)', ...plate('var(--paper-2)') },
      },
      outlined: {
        border: '2px solid var(--ink)',
        color: 'var(--ink)',
        '&:hover': { border: '2px solid var(--ink)' },
        '&.MuiButton-colorError': { borderColor: 'var(--error)', color: 'var(--error)' },
        '&.Mui-disabled': { border: '2px solid var(--line)' },
      },
      sizeSmall: { fontSize: '1.0625rem' },
      text: {
        color: 'var(--ink)',
        padding: '0.3rem 0.5rem',
        textDecoration: 'underline',
        textDecorationThickness: '0.08em',
        textUnderlineOffset: '0.22em',
        '&.MuiButton-colorError': { color: 'var(--error)' },
      },
      startIcon: { '& > *': { fontSize: 'inherit' } },
    },
  },
  MuiIconButton: {
    styleOverrides: { root: { minWidth: 'var(--control)', minHeight: 'var(--control)', color: 'inherit' } },
  },
  MuiFormControl: {
    defaultProps: { variant: 'outlined', margin: 'none', size: 'small', fullWidth: true },
    styleOverrides: { root: { margin: 0 } },
  },
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'none', size: 'small', fullWidth: true } },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none !important',
        maxWidth: 'none',
        marginBottom: '0.3rem',
        whiteSpace: 'normal',
        overflow: 'visible',
        color: 'var(--ink)',
        fontWeight: 700,
        fontSize: '1rem',
        lineHeight: 1.25,
        pointerEvents: 'auto',
        '&.Mui-focused, &.Mui-error, &.Mui-disabled': { color: 'var(--ink)' },
      },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: 'var(--control)',
        background: 'var(--sheet)',
        color: 'var(--ink)',
        '&.Mui-focused': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
        '&.Mui-disabled': { background: 'var(--paper-2)' },
        '& .MuiOutlinedInput-notchedOutline, &:hover .MuiOutlinedInput-notchedOutline, &.Mui-focused .MuiOutlinedInput-notchedOutline, &.Mui-disabled .MuiOutlinedInput-notchedOutline':
          {
            top: 0,
            border: '2px solid var(--line)',
            borderBottom: '3px solid var(--ink)',
            '& legend': { display: 'none' },
          },
        '&.Mui-error .MuiOutlinedInput-notchedOutline, &.Mui-error.Mui-focused .MuiOutlinedInput-notchedOutline, &.Mui-error:hover .MuiOutlinedInput-notchedOutline':
          { borderColor: 'var(--error)' },
        '&.MuiInputBase-multiline': { padding: '0.4rem 0.7rem' },
      },
      input: {
        padding: '0.4rem 0.7rem',
        height: 'auto',
        lineHeight: 1.4,
        '&.Mui-disabled': { WebkitTextFillColor: 'var(--ink-2)' },
        '.MuiInputBase-multiline &': { padding: 0 },
        '&:focus-visible': { outline: 'none' },
        '&::placeholder': { color: 'var(--ink-2)', opacity: 1 },
      },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        margin: '0.3rem 0 0',
        fontSize: '0.9375rem',
        lineHeight: 1.35,
        letterSpacing: 0,
        color: 'var(--ink-2)',
        '&.Mui-error': { color: 'var(--error)', fontWeight: 700 },
        '&.Mui-error::before': warning,
        '&:empty': { display: 'none' },
      },
    },
  },
  MuiFormLabel: {
    styleOverrides: {
      root: { color: 'var(--ink)', '&.Mui-focused, &.Mui-error': { color: 'var(--ink)' } },
      asterisk: { color: 'var(--error)' },
    },
  },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: 0, gap: '0.65rem', minHeight: 'var(--control)' } } },
  MuiSelect: {
    defaultProps: { displayEmpty: true },
    styleOverrides: {
      select: { minHeight: '0 !important', whiteSpace: 'normal', '&:focus': { background: 'none' } },
      icon: { color: 'var(--ink)' },
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: '2.25rem',
        whiteSpace: 'normal',
        '&.Mui-selected, &.Mui-selected:hover, &.Mui-selected.Mui-focusVisible': {
          background: 'var(--ink)',
          color: 'var(--paper)',
          fontWeight: 700,
        },
        '&:hover, &.Mui-focusVisible': { background: 'var(--paper-2)' },
      },
    },
  },
  MuiAutocomplete: {
    styleOverrides: {
      inputRoot: { padding: '0.25rem 0.5rem !important', gap: '0.25rem' },
      input: { padding: '0.15rem 0.2rem !important', minWidth: '8rem !important' },
    },
  },
  MuiChip: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      root: {
        borderRadius: 0,
        background: 'var(--paper-2)',
        color: 'var(--ink)',
        fontSize: '1rem',
        minHeight: '1.9rem',
        clipPath: cut,
      },
      deleteIcon: {
        width: '0.75rem',
        height: '0.75rem',
        margin: '0 0.5rem 0 0',
        background: 'var(--ink)',
        clipPath: cross,
        '& path': { display: 'none' },
        '&:hover': { background: 'var(--error)' },
      },
    },
  },
}
