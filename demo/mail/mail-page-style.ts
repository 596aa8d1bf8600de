/** How the page of caught mails looks, in light and in dark. */
export const mailPageStyle = `
:root { color-scheme: light dark; --ground: #f5f5f5; --card: #fff; --ink: #242424; --faint: #616161; --line: #e0e0e0; --link: #0f548c; --chosen: #ebf3fc; }
@media (prefers-color-scheme: dark) { :root { --ground: #141414; --card: #1f1f1f; --ink: #f5f5f5; --faint: #c4c4c4; --line: #3d3d3d; --link: #7cb8f0; --chosen: #0e2a44; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/24px 'Segoe UI', Helvetica, Arial, sans-serif; }
header { padding: 16px 24px; border-bottom: 1px solid var(--line); background: var(--card); }
h1 { margin: 0; font-size: 20px; line-height: 28px; }
h2 { margin: 0 0 8px; font-size: 16px; overflow-wrap: anywhere; }
header p { margin: 4px 0 0; color: var(--faint); }
header a { margin-right: 12px; }
a { color: var(--link); }
.faint { color: var(--faint); }
.columns { display: grid; grid-template-columns: 240px 340px minmax(0, 1fr); gap: 16px; padding: 16px 24px; align-items: start; }
nav a, .list a { display: block; padding: 8px 12px; min-height: 44px; border-radius: 6px; color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
nav a:hover, .list a:hover, [aria-current] { background: var(--chosen); }
.list a { margin-bottom: 8px; background: var(--card); border: 1px solid var(--line); }
.list a[aria-current] { background: var(--chosen); }
.list b, .list span, .list time { display: block; }
.list span, .list time { color: var(--faint); font-size: 14px; line-height: 20px; }
article { padding: 20px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 12px; margin: 0 0 16px; font-size: 14px; line-height: 20px; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.files { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 16px; padding: 0; list-style: none; }
.files li { padding: 6px 12px; border: 1px solid var(--line); border-radius: 6px; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 660px; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
details { margin-top: 16px; }
summary { cursor: pointer; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 14px; line-height: 20px; }
@media (max-width: 1000px) { .columns { grid-template-columns: minmax(0, 1fr); padding: 12px; } }
`;
