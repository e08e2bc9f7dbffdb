<#include "header.ftl">
<article>
<h1>${content.title?html}</h1>
<time datetime="${content.date?string("yyyy-MM-dd")}">${content.date?string("dd/MM/yyyy")}</time>
${content.body}
<ul class="tags">
<#list content.tags as tag>
<li><a href="${content.rootpath!""}tags/${tag?html}.html">${tag?html}</a></li>
</#list>
</ul>
</article>
<nav>
<#if content.previousContent??>
<a rel="prev" href="${content.rootpath!""}${content.previousContent.uri}">${content.previousContent.title?html}</a>
</#if>
<#if content.nextContent??>
<a rel="next" href="${content.rootpath!""}${content.nextContent.uri}">${content.nextContent.title?html}</a>
</#if>
</nav>
<#include "footer.ftl">
