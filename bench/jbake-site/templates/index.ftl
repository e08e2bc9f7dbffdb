<#include "header.ftl">
<h1>Bài mới</h1>
<#list published_posts as post>
<section>
<h2><a href="${content.rootpath!""}${post.uri}">${post.title?html}</a></h2>
<time datetime="${post.date?string("yyyy-MM-dd")}">${post.date?string("dd/MM/yyyy")}</time>
<p>${(post.summary!"")?html}</p>
</section>
</#list>
<nav>
<#if previousFileName??>
<a rel="prev" href="${content.rootpath!""}${previousFileName}index.html">Mới hơn</a>
</#if>
<span>${(currentPageNumber!1)?c}/${(numberOfPages!1)?c}</span>
<#if nextFileName??>
<a rel="next" href="${content.rootpath!""}${nextFileName}index.html">Cũ hơn</a>
</#if>
</nav>
<#include "footer.ftl">
