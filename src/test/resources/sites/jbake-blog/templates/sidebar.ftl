<#import "macros.ftl" as m>
<aside>
<ul><#list published_posts as post><#if post?index lt 5><li><@m.link post/></li></#if></#list></ul>
<p><#list alltags as tag>${tag?html} </#list></p>
<p>${db.getPublishedCount("recipe")} món, ${published_posts?size} bài</p>
</aside>
