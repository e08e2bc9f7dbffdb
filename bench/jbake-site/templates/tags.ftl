<#include "header.ftl">
<h1>${tag?html}</h1>
<ul>
<#list tag_posts as post>
<li>${post.date?string("dd/MM/yyyy")} <a href="${content.rootpath!""}${post.uri}">${post.title?html}</a></li>
</#list>
</ul>
<#include "footer.ftl">
