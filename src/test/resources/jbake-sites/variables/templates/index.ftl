<#macro one doc>
- ${doc.title!"-"} ${doc.uri!"-"} ${doc.date?string("yyyy-MM-dd")} ${doc.status} <#if doc.tags??>${doc.tags?join("+")}</#if> ${doc.rootpath!"-"}
</#macro>
${numberOfPages} ${currentPageNumber} [${previousFileName!"-"}] [${nextFileName!"-"}] [${content.rootpath}] ${content.type}
<#list published_posts as post><@one post/></#list>
all: ${db.getPublishedPosts(false)?size} paged: ${db.getPublishedPosts(true)?size} ${db.getAllContent("post", true)?size} ${db.start} ${db.limit}
