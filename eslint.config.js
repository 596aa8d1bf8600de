import importX from 'eslint-plugin-import-x';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importFences } from './build/import-fences.ts';

const typescript = ['**/*.{ts,tsx}'];
const browserPrograms = ['addin/**', 'portal/**', 'screen/**', 'demo/outlook/**', 'demo/start-page/**'];
const looseFiles = ['test/**/*.{ts,tsx}', 'bench/**/*.ts'];

/* What one place alone may touch. A file is given the fences of all the places it is not in. */
const fencedImports = [
  {
    owner: 'server/store/',
    pattern: {
      regex: '^(?:mongoose|mongodb)(?:/|$)',
      message: 'Only server/store knows mongoose: add a function there, named after its condition.',
    },
  },
  {
    owner: 'addin/outlook/',
    pattern: { regex: '^@azure/msal', message: 'Only addin/outlook knows MSAL: ask it for a token.' },
  },
];
const fencedSyntax = [
  {
    owner: 'server/config.ts',
    selector:
      "MemberExpression[object.name='process']:matches([property.name='env'], [property.value='env']), VariableDeclarator[init.name='process'] > ObjectPattern",
    message: 'Only server/config.ts reads the environment: add a setting there and take it from context.config.',
  },
  {
    owner: 'server/config.ts',
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'Only server/config.ts reads the environment: add a setting there and take it from context.config.',
  },
  {
    owner: 'addin/outlook/',
    selector:
      "MemberExpression[object.name=/^(window|globalThis)$/]:matches([property.name='Office'], [property.value='Office']), VariableDeclarator[init.name=/^(window|globalThis)$/] > ObjectPattern > Property[key.name='Office']",
    message: 'Only addin/outlook names Office: ask it for a plain object.',
  },
  {
    owner: 'server/store/',
    selector: 'ImportExpression[source.value=/^(?:mongoose|mongodb)/]',
    message: 'Only server/store knows mongoose: add a function there, named after its condition.',
  },
  {
    owner: 'addin/outlook/',
    selector: 'ImportExpression[source.value=/^@azure.msal/]',
    message: 'Only addin/outlook knows MSAL: ask it for a token.',
  },
  {
    owner: 'no place',
    selector: 'Program > VariableDeclaration > VariableDeclarator > MemberExpression[object.name=/Texts$/]',
    message: 'Read texts where they are shown: another language may be chosen while the page stands.',
  },
];
const officeGlobal = { name: 'Office', message: 'Only addin/outlook names Office: ask it for a plain object.' };
const nodeInBrowser = { regex: '^node:', message: 'A browser program has no Node.' };
const contractOnly = { regex: '^(?!\\.{1,2}/|zod/mini$)', message: 'contract/ may import zod/mini and itself only.' };

const fencesOf = (program, place = `${program}/`, ownPatterns = []) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [...ownPatterns, ...fencedImports.filter(({ owner }) => owner !== place).map(({ pattern }) => pattern)] },
  ],
  'no-restricted-syntax': [
    'error',
    ...fencedSyntax.filter(({ owner }) => owner !== place).map(({ selector, message }) => ({ selector, message })),
  ],
  'no-restricted-globals': place === 'addin/outlook/' ? 'off' : ['error', officeGlobal],
});

export default defineConfig(
  globalIgnores(['dist/', '.sealpost/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones: importFences() }],
      'max-lines': ['error', 250],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-constant-binary-expression': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-assignment': 'error',
      'no-useless-escape': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      // Off, each for a reason: arrow functions may return void; contracts promise async; [...text] means code points; and mongoose's
      // schemas are object literals by design.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  { files: ['contract/**'], rules: fencesOf('contract', 'contract/', [contractOnly]) },
  { files: ['screen/**', 'portal/**'], rules: fencesOf('browser', 'portal/', [nodeInBrowser]) },
  { files: ['addin/**'], rules: fencesOf('addin', 'addin/', [nodeInBrowser]) },
  {
    files: ['addin/outlook/**'],
    rules: {
      ...fencesOf('addin', 'addin/outlook/', [nodeInBrowser]),
      // Office answers with plain strings where its typings have enums, and the oldest clients lack what the typings promise.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['server/**'],
    rules: {
      ...fencesOf('server'),
      'max-lines-per-function': ['error', { max: 40 }],
      'import-x/no-extraneous-dependencies': ['error', { devDependencies: false }],
    },
  },
  { files: ['server/store/**'], rules: fencesOf('server', 'server/store/') },
  { files: ['server/config.ts'], rules: fencesOf('server', 'server/config.ts') },
  {
    files: browserPrograms,
    ignores: ['**/*.js'],
    extends: [reactHooks.configs.flat.recommended, noUnsanitized.configs.recommended],
  },
  { files: ['**/*.d.ts'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['demo/**', 'bench/**', 'build/**', 'test/support/**'], rules: { 'no-console': 'off' } },
  {
    // What a test or a benchmark may write loosely; forgotten promises are refused there as everywhere.
    files: looseFiles,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  // Jest asks for a default export here.
  {
    files: ['test/support/{start-test-database,stop-test-database,bundle-fluent}.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
);
