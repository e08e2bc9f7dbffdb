<#macro one doc>
- ${doc.title!"-"} ${doc.uri!"-"} ${doc.date?string("yyyy-MM-dd")} ${doc.status} <#if doc.tags??>${doc.tags?join("+")}</#if> ${doc.rootpath!"-"}
</#macro>
<#list published_recipes as p><@one p/></#list><#list albums as p><@one p/></#list>
<#list published_albums as p><@one p/></#list><#list feed_items as p><@one p/></#list><#list published_feed_items as p><@one p/></#list>
<#list all_content as p><@one p/></#list>
