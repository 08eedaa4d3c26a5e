import type { RaThemeOptions } from 'react-admin'

/** Sheets, tables and messages: no card, no shadow; order comes from space and from heavy rules. */
export const surfaces: NonNullable<RaThemeOptions['components']> = {
  // What the palette says is of one contrast; the sheet in use is not always that one.
  MuiCssBaseline: { styleOverrides: { body: { background: 'var(--paper)', color: 'var(--ink)' } } },
  MuiPaper: {
    defaultProps: { elevation: 0, square: true },
    styleOverrides: { root: { backgroundImage: 'none', background: 'var(--paper)', color: 'var(--ink)' } },
  },
  MuiCard: { styleOverrides: { root: { background: 'none', overflow: 'visible' } } },
  MuiMenu: { styleOverrides: { paper: { border: '2px solid var(--ink)', background: 'var(--sheet)' } } },
  MuiPopover: { styleOverrides: { paper: { border: '2px solid var(--ink)' } } },
  MuiTooltip: {
    styleOverrides: {
      tooltip: { background: 'var(--ink)', color: 'var(--paper)', fontSize: '0.9375rem', borderRadius: 0 },
    },
  },
  MuiDialog: {
    styleOverrides: {
      paper: { borderTop: '10px solid var(--accent)', '&.MuiDialog-paperFullScreen': { borderTop: 0 } },
      root: { '& .MuiBackdrop-root': { background: 'rgb(11 14 19 / 62%)' } },
    },
  },
  MuiDialogTitle: {
    styleOverrides: {
      root: {
        padding: '1.6rem 2rem 0.4rem',
        fontFamily: 'var(--font-display)',
        fontStretch: '84%',
        fontWeight: 800,
        fontSize: '1.75rem',
        lineHeight: 1.05,
        letterSpacing: '-0.018em',
        textWrap: 'balance',
      },
    },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '0.6rem 2rem 1rem' } } },
  MuiDialogContentText: { styleOverrides: { root: { color: 'var(--ink)' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '0.4rem 2rem 1.6rem', gap: '0.5rem', flexWrap: 'wrap' } } },
  MuiTableCell: {
    styleOverrides: {
      root: { borderBottom: '2px solid var(--rule)', fontSize: '1rem', lineHeight: 1.3, letterSpacing: 0 },
      sizeSmall: { padding: '0.5rem 0.75rem 0.5rem 0' },
      head: {
        background: 'var(--paper)',
        borderBottom: '3px solid var(--ink)',
        fontFamily: 'var(--font-display)',
        fontStretch: '84%',
        fontWeight: 800,
        lineHeight: 1.2,
        whiteSpace: 'nowrap',
        verticalAlign: 'bottom',
      },
    },
  },
  MuiTableRow: {
    styleOverrides: { root: { '&.MuiTableRow-hover:hover': { background: 'var(--paper-2)' } } },
  },
  MuiTableSortLabel: {
    styleOverrides: {
      root: {
        '&.Mui-active': { color: 'var(--ink)', textDecoration: 'underline', textDecorationThickness: '2px' },
        '&:hover': { color: 'var(--ink)', textDecoration: 'underline' },
      },
      icon: { color: 'var(--ink) !important' },
    },
  },
  MuiTablePagination: {
    styleOverrides: {
      root: { fontSize: '1rem', color: 'var(--ink)', borderBottom: 0, overflow: 'visible' },
      toolbar: { padding: '0.6rem 0 !important', flexWrap: 'wrap', minHeight: 0, gap: '0.4rem' },
      spacer: { display: 'none' },
      selectLabel: { fontSize: '1rem', color: 'var(--ink-2)' },
      displayedRows: { fontSize: '1rem', color: 'var(--ink-2)', marginRight: 'auto' },
    },
  },
  MuiPaginationItem: {
    styleOverrides: {
      root: {
        borderRadius: 0,
        minWidth: 'var(--control)',
        height: 'var(--control)',
        fontSize: '1rem',
        fontWeight: 700,
        '&.Mui-selected, &.Mui-selected:hover': { background: 'var(--ink)', color: 'var(--paper)' },
        '&:hover': { background: 'var(--paper-2)' },
      },
    },
  },
  MuiSnackbarContent: {
    styleOverrides: {
      root: {
        background: 'var(--ink) !important',
        color: 'var(--paper) !important',
        fontSize: '1rem',
        maxWidth: '36rem',
        '&.RaNotification-error': { background: 'var(--error) !important', color: 'var(--paper) !important' },
      },
    },
  },
  MuiLinearProgress: { styleOverrides: { root: { background: 'var(--rule)' }, bar: { background: 'var(--ink)' } } },
}
