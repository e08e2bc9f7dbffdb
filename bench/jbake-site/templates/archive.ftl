<#include "header.ftl">
<h1>Lưu trữ</h1>
<#assign year="">
<#list published_posts as post>
<#if post.date?string("yyyy") != year>
<#assign year=post.date?string("yyyy")>
<h2>${year}</h2>
</#if>
<p>${post.date?string("dd/MM/yyyy")} <a href="${post.uri}">${post.title?html}</a></p>
</#list>
<#include "footer.ftl">
