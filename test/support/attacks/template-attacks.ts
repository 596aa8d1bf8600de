/** What lies hidden until something takes it out: templates, shadow trees, slots, custom elements, expressions of other programs. */
export const templateAttacks = [
  '<template><script>RUN</script></template>',
  '<template><img src=1 onerror="RUN"></template>',
  '<div><template shadowrootmode=open><script>RUN</script></template></div>',
  '<div><template shadowrootmode=open><img src="EVIL-shadow.png"></template></div>',
  '<div><template shadowrootmode=closed><style>:host{background:url(EVIL-host.png)}</style></template>x</div>',
  '<div><template shadowrootmode=open><slot onslotchange="RUN"></slot></template><p>x</p></div>',
  '<template><template><iframe srcdoc="<script>RUN</script>"></iframe></template></template>',
  '<svg><template><style><img src=1 onerror=RUN></style></template></svg>',
  '<x-card onclick="RUN">x</x-card>',
  '<p is="x-card" onmouseover="RUN">x</p>',
  '<div ng-app>{{constructor.constructor("RUN")()}}</div>',
  '<div data-bind="click: RUN" data-onclick="RUN" v-on:click="RUN" @click="RUN" x-on:click="RUN">x</div>',
  '<p hx-get="EVIL-htmx" hx-trigger="load">x</p>',
  '<div data-template="<img src=1 onerror=RUN>" title="${RUN}">x</div>',
  '<slot name=x onclick="RUN">x</slot>',
  '<template for=x><script>RUN</script></template><div marker=x></div>',
];
